/// Who is offered whom, who takes whom, and who comes to help. Everybody in a line is offered to
/// one worker at a time ([havn.matching.Offers]); the claim is one atomic step with a fence, so two
/// workers never both hold a chat.
///
/// Taking touches three places that may lie on different Redis nodes, in an order in which every
/// crash between two steps heals: room is reserved with the device, the conversation is claimed,
/// then it leaves the line. Whoever finds a line entry that does not wait any more removes it, and
/// room that stayed reserved is given back when the device seems to have none left.
@NullMarked
package havn.matching;

import org.jspecify.annotations.NullMarked;
