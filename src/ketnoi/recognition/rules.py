"""What the network agreed about asking elsewhere. Source: the network's own practice."""

MOST_A_DAY = 10
"""How many questions one officer may ask in a day: the question must not become a search."""
