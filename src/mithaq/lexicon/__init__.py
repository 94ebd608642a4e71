"""The vocabulary, as data: words and what they are, and how words inflect."""
