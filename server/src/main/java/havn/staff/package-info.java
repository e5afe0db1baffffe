/// People, their roles and devices, and the signed roster that visitors verify.
///
/// ```
/// pin → root set (k of n) → signer (≤ 183 days) → roster (≤ 8 days, ≤ 500 devices)
/// → shift statement (≤ 14 h)
/// ```
///
/// [TrustChain] follows the documents from the pin, [TrustPublishing] decides what may take the
/// place of what, [ShiftStatements] and [DeviceProofs] verify what one device says. All of them are
/// plain rules: no clock, no store.
@NullMarked
package havn.staff;

import org.jspecify.annotations.NullMarked;
