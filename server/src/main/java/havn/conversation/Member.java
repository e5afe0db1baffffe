package havn.conversation;

import havn.kernel.id.DeviceId;

/// A device of staff in a conversation beside the one that leads.
///
/// @param slot 2–255; never another device's before or after
public record Member(DeviceId device, int slot) {}
