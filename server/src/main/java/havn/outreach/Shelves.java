package havn.outreach;

/// Where this room keeps things.
public record Shelves(
    CardStore cards, CampaignStore campaigns, ProofStore proofs, SealStore seals) {}
