"""What stands above and below the paragraphs: masthead, vote, marks of negotiation."""
