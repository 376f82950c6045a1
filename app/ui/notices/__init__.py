"""What the desk tells a person of."""
