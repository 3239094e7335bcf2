package io.qunbot.profile;

import io.qunbot.calendar.Holidays;
import io.qunbot.chat.MemberId;
import io.qunbot.people.TagFiles;
import io.qunbot.plugin.Models;
import io.qunbot.rota.Rotas;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known while rules are read.
 *
 * @param names a colleague's display name, when the directory knows one
 * @param now when they are read
 * @param models what may be asked outside the house
 * @param rotas who is on duty when
 * @param holidays which days are off
 * @param tags families of tags, and segments
 */
record Background(Function<MemberId, Optional<String>> names, Instant now, Models models, Rotas rotas,
        Holidays holidays, TagFiles tags) {}
