"""What a signed-in person may do."""
