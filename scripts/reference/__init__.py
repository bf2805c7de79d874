"""The reference pages that are made from code: each module gives the text of one page."""
