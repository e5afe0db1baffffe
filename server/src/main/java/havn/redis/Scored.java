package havn.redis;

/// A member of a sorted set and its place in the order.
public record Scored(String member, double score) {}
