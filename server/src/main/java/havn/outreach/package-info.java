/// Cards of people whom a service may write to or call first, and the one way to begin.
///
/// A card is sealed to the outreach team in two parts: what may be shown, and the numbers. The
/// server knows a random id, tags of the numbers ([havn.channel.PhoneTags]), a language, a window
/// of hours and what was begun. Cards belong to one service; nothing of them is seen from another.
///
/// ```
/// numbers ─► Intake ─► contact, contact_tag        (a number is tagged and forgotten)
///               Cards: list · next · take · open · face · called · never · delete
/// Campaigns: proposed ─ approved by somebody else ─► next card
///           Beginnings: draft ─► text, code ─► release ─► havn.correspondence
///              Proofs: "did you write this?" ─► name and day
/// ```
///
/// What may be begun is asked of [havn.courtesy] for all numbers of a card together
/// ([havn.outreach.Outlook]), so that a second number is no way around the first, and again for the
/// one number when it is released.
///
/// Limits: 5,000 cards a service, 10 numbers a card, 24 KiB a part, 13 months; somebody holds a
/// card for 30 minutes and 20 at once; 500 cards a campaign, 200 campaigns a service, 50 shown; 10
/// releases a minute for each person, 60 for cards of an approved campaign; a code answers five
/// times in 14 days.
@NullMarked
package havn.outreach;

import org.jspecify.annotations.NullMarked;
