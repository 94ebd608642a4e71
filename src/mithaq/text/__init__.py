"""Arabic text, without news: folding with alignment, tokens and proclitics, quotation marks, sentences."""
