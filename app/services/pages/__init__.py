"""How foreign files become pages; imported by the render process alone, without a database."""
