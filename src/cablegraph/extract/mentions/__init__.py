"""Names, posts, codenames and nationalities as they stand in a text."""
