"""The sample portfolio: a recipe of invented claims, the training of its model, its loading."""
