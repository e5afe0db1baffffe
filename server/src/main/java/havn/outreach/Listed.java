package havn.outreach;

/// A card, and what may be begun with it.
public record Listed(Card card, Outlook outlook) {}
