"""The lists a form offers for a claim: causes and coverages of each line, and the like."""

from app.codes import ClaimType
from app.words import say

CAUSES: dict[ClaimType, dict[str, str]] = {
    ClaimType.MOTOR: {
        "collision": say("Collision"),
        "theft": say("Theft"),
        "fire": say("Fire"),
        "glass": say("Glass"),
        "weather": say("Weather"),
        "vandalism": say("Vandalism"),
        "animal": say("Animal"),
    },
    ClaimType.PROPERTY: {
        "escape_of_water": say("Escape of water"),
        "storm": say("Storm"),
        "accidental_damage": say("Accidental damage"),
        "theft": say("Theft"),
        "fire": say("Fire"),
        "flood": say("Flood"),
        "lightning": say("Lightning"),
        "hail": say("Hail"),
        "impact": say("Impact"),
        "vandalism": say("Vandalism"),
        "other": say("Other"),
    },
    ClaimType.HEALTH: {
        "illness": say("Illness"),
        "injury": say("Injury"),
        "dental": say("Dental"),
        "physiotherapy": say("Physiotherapy"),
        "surgery": say("Surgery"),
        "diagnostics": say("Diagnostics"),
    },
    ClaimType.TRAVEL: {
        "cancellation": say("Cancellation"),
        "interruption": say("Interruption"),
        "baggage_loss": say("Baggage loss"),
        "baggage_delay": say("Baggage delay"),
        "delay": say("Delay"),
        "medical": say("Medical"),
        "rental_car": say("Rental car"),
    },
}

COVERAGES: dict[ClaimType, dict[str, str]] = {
    ClaimType.MOTOR: {
        "comprehensive": say("Comprehensive"),
        "third_party_fire_theft": say("Third party, fire and theft"),
        "third_party": say("Third party"),
    },
    ClaimType.PROPERTY: {"buildings": say("Buildings"), "contents": say("Contents")},
    ClaimType.HEALTH: {
        "in_patient": say("In-patient"),
        "out_patient": say("Out-patient"),
        "dental": say("Dental"),
    },
    ClaimType.TRAVEL: {
        "cancellation": say("Cancellation"),
        "baggage": say("Baggage"),
        "delay": say("Delay"),
        "medical": say("Medical"),
        "rental_car": say("Rental car"),
    },
}

RELATIONS = {
    "self": say("The insured"),
    "family": say("Family"),
    "employee": say("Employee"),
    "agent": say("Agent or broker"),
    "third_party": say("Third party"),
    "other": say("Other"),
}

BODIES = {
    "hatchback": say("Hatchback"),
    "saloon": say("Saloon"),
    "estate": say("Estate"),
    "suv": "SUV",
    "coupe": say("Coupé or convertible"),
    "van": say("Van"),
    "motorcycle": say("Motorcycle"),
    "other": say("Other"),
}
