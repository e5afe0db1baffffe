/// The provider WhatsApp, over Meta's Cloud API.
///
/// A text goes out as `POST <url>/<version>/<number>/messages` with an access token; our key
/// travels as `biz_opaque_callback_data` and comes back in every status. The API knows no text
/// again by it and cannot be asked. What we begin goes out in the one approved template, whose only
/// variable is the text on one line; free text is for answers within 24 hours of what a person
/// wrote.
///
/// Somebody who shows no number has a user id that this business alone knows
/// ([havn.channel.UserId]), is addressed by it, and is another person to us than the same one with
/// a number.
///
/// What it sends is believed when `X-Hub-Signature-256` is the HMAC-SHA256 of the raw body under
/// the app secret. There is no time in it: who plays a request back tells only what was told, under
/// the same id. What other numbers of the same app are told is passed over.
@NullMarked
package havn.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
