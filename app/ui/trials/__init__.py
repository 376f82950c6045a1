"""A challenger beside the model that judges."""
