/// What adapters of providers share: a bounded client for their HTTP services, lenient reading of
/// their forms and JSON, and the few rules that keep what they tell in the shapes of
/// [havn.channel].
///
/// Limits: 4 connections to a provider and 64 requests that wait for one, 4 s to connect and 5 s to
/// answer, 64 KiB of an answer, 100 fields of a form.
@NullMarked
package havn.channel.adapter;

import org.jspecify.annotations.NullMarked;
