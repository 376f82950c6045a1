"""What each step of a claim asks for."""
