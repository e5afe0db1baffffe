/// Cards in `contact` and `contact_tag`, campaigns, and codes. Whoever adds a card or a campaign
/// holds the row of its service, so that there are never more than the bound; a card is taken in
/// one statement, so that two people never hold it.
@NullMarked
package havn.outreach.postgres;

import org.jspecify.annotations.NullMarked;
