/// What a run found: readings, medians, ratios, goals – as one table for people and one JSON file
/// for programs.
@NullMarked
package havn.load.report;

import org.jspecify.annotations.NullMarked;
