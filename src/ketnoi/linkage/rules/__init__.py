"""How two records are found to be about one woman: pure functions, and one engine in a process
of its own. Source: Fellegi and Sunter 1969; the measurements of `./ketnoi bench link`."""
