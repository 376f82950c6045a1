"""The lists a form offers for a claim: causes and coverages of each line, and the like."""

from app.codes import ClaimType

CAUSES: dict[ClaimType, dict[str, str]] = {
    ClaimType.MOTOR: {
        "collision": "Collision",
        "theft": "Theft",
        "fire": "Fire",
        "glass": "Glass",
        "weather": "Weather",
        "vandalism": "Vandalism",
        "animal": "Animal",
    },
    ClaimType.PROPERTY: {
        "escape_of_water": "Escape of water",
        "storm": "Storm",
        "accidental_damage": "Accidental damage",
        "theft": "Theft",
        "fire": "Fire",
        "flood": "Flood",
        "lightning": "Lightning",
        "hail": "Hail",
        "impact": "Impact",
        "vandalism": "Vandalism",
        "other": "Other",
    },
    ClaimType.HEALTH: {
        "illness": "Illness",
        "injury": "Injury",
        "dental": "Dental",
        "physiotherapy": "Physiotherapy",
        "surgery": "Surgery",
        "diagnostics": "Diagnostics",
    },
    ClaimType.TRAVEL: {
        "cancellation": "Cancellation",
        "interruption": "Interruption",
        "baggage_loss": "Baggage loss",
        "baggage_delay": "Baggage delay",
        "delay": "Delay",
        "medical": "Medical",
        "rental_car": "Rental car",
    },
}

COVERAGES: dict[ClaimType, dict[str, str]] = {
    ClaimType.MOTOR: {
        "comprehensive": "Comprehensive",
        "third_party_fire_theft": "Third party, fire and theft",
        "third_party": "Third party",
    },
    ClaimType.PROPERTY: {"buildings": "Buildings", "contents": "Contents"},
    ClaimType.HEALTH: {
        "in_patient": "In-patient",
        "out_patient": "Out-patient",
        "dental": "Dental",
    },
    ClaimType.TRAVEL: {
        "cancellation": "Cancellation",
        "baggage": "Baggage",
        "delay": "Delay",
        "medical": "Medical",
        "rental_car": "Rental car",
    },
}

RELATIONS = {
    "self": "The insured",
    "family": "Family",
    "employee": "Employee",
    "agent": "Agent or broker",
    "third_party": "Third party",
    "other": "Other",
}

BODIES = {
    "hatchback": "Hatchback",
    "saloon": "Saloon",
    "estate": "Estate",
    "suv": "SUV",
    "coupe": "Coupé or convertible",
    "van": "Van",
    "motorcycle": "Motorcycle",
    "other": "Other",
}
