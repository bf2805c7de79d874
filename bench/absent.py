"""What cannot be measured here: the data, a typeface or a program is not there. A section that raises it is named on the page with the reason."""


class NotMeasured(Exception):
    """A section cannot be measured on this machine; the message is the rest of a sentence that says what is missing and what to do."""
