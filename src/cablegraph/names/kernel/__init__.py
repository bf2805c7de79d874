"""The compiled comparison of prepared names: words, parts, their order, the evidence, the score, and the candidates of an index.

Works on plain arrays (``layout``) that ``names.prepare`` fills. Knows no text: which part is what, and how an answer is said, stays in Python.

The trap: importing this package imports numba and loads machine code, which takes most of a second; import it where a comparison is needed,
never at the top of a module that the command line loads.
"""
