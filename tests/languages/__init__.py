"""The languages of the screens: complete, in step with the source, and in the words we chose."""
