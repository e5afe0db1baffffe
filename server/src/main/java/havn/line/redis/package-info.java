/// Lines in Redis, all keys of a service in one slot:
///
/// | key | type | content |
/// |---|---|---|
/// | `{s:<service>}:line` | zset | conversation hex → µs since 1970, at most 200 |
/// | `{s:<service>}:waiting` | hash | conversation hex → `since ms ⏎ lane ⏎ language ⏎
/// wished device or nothing ⏎ boost ⏎ traits ⏎ relaxed ⏎ answered ⏎ in danger since ms` |
/// | `{s:<service>}:seen` | zset | conversation hex → ms of the last sign of life |
/// | `{s:<service>}:offers` | hash | conversation hex → `device or nothing ⏎ until ms ⏎
/// asked, asked …` |
/// | `{s:<service>}:turns` | hash | device → ms when it was last asked or took somebody, 24 h
/// after the last |
/// | `{s:<service>}:pickups` | list | last 20 waits in seconds, 24 h |
///
/// The first four change together, in scripts, and live 24 h after the last change.
@NullMarked
package havn.line.redis;

import org.jspecify.annotations.NullMarked;
