"""Quality and speed on labelled data, in one run: ``make bench``. The labels stay where they are; only figures are kept."""
