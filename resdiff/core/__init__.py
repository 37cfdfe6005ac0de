"""The pure core: text in, frozen nouns out; it knows no screen, file, database or clock."""
