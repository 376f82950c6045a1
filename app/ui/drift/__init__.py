"""What moved since the model learned."""
