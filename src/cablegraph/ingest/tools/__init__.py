"""Outer programs: Tesseract and Poppler. Each is optional; who calls asks first whether it is there."""
