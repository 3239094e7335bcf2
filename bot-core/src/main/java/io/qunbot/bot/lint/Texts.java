package io.qunbot.bot.lint;

import io.qunbot.bot.lint.reach.Channel;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Format;
import io.qunbot.plugin.Spoken;
import io.qunbot.profile.GroupClaim;
import io.qunbot.profile.Subject;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks at everything that the members of a profile may get to read. */
final class Texts {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{[^}]*}}");
    private static final int BYTES_OF_HAN = 3;

    private final Wordings wordings;
    private final Map<String, Channel> channels;
    private final Problems findings;

    /** @param channels the configured channels, by name */
    Texts(Wordings wordings, Map<String, Channel> channels, Problems findings) {
        this.wordings = wordings;
        this.channels = channels;
        this.findings = findings;
    }

    void check(Subject subject) {
        int most = limit(subject);
        boolean customers = subject.groups().stream()
                .anyMatch(group -> group.kind().filter(GroupClaim.Kind.CUSTOMER::equals).isPresent());
        for (Spoken spoken : subject.says()) {
            tooLong(spoken, most);
            boolean drafted = customers && (spoken.in().isEmpty() || spoken.in().contains(ChatKind.CUSTOMER));
            String text = VARIABLE.matcher(spoken.text().source()).replaceAll("\n");
            wordings.all().stream().filter(wording -> drafted || wording.kind() != Kind.ROBOT)
                    .forEach(wording -> Hit.of(wording, text).ifPresent(hit -> hit(wording, hit, spoken)));
        }
    }

    /** The channel that takes least decides; of a group that may be on any, the usual one. */
    private int limit(Subject subject) {
        return subject.groups().stream()
                .map(group -> group.channel().flatMap(name -> Optional.ofNullable(channels.get(name)))
                        .map(Channel::format).orElse(Format.USUAL))
                .map(Format::textBytes).min(Comparator.naturalOrder())
                .orElse(Format.USUAL.textBytes());
    }

    private void tooLong(Spoken spoken, int most) {
        int bytes = spoken.text().source().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > most) {
            findings.warn("R311", spoken.place(),
                    new Words("这段话有 " + bytes + " 字节,企业微信一条最多 " + most + " 字节(约 " + most / BYTES_OF_HAN + " 个汉字),会被截断",
                            "this takes " + bytes + " bytes; WeCom takes " + most
                                    + " at once and the rest would be cut"),
                    new Words("删短约 " + (bytes - most) / BYTES_OF_HAN + " 个字,细节放到链接里",
                            "make it shorter by " + (bytes - most) + " bytes: put the details behind a link"));
        }
    }

    /** The words themselves, where they stand on the line as they are; of a text in a block the block. */
    private static Place at(String hit, Place text) {
        String line = text.source().line(text.line());
        int from = Math.min(line.length(), line.offsetByCodePoints(0, Math.min(text.column() - 1,
                line.codePointCount(0, line.length()))));
        int found = line.indexOf(hit, from);
        return found < 0
                ? text
                : new Place(text.source(), text.line(), line.codePointCount(0, found) + 1,
                        hit.codePointCount(0, hit.length()));
    }

    private void hit(Wording wording, String hit, Spoken spoken) {
        Words label = wording.kind().label();
        Words why = wording.why().map(Sentence::words).orElse(new Words("用词清单里有它", "the list of words names it"));
        findings.warn(wording.kind().code(), at(hit, spoken.place()),
                new Words(label.zh() + ":“" + hit + "”。" + why.zh(), label.en() + ": '" + hit + "'; " + why.en()),
                wording.instead().map(Sentence::words).orElse(new Words("换一种说法", "word it otherwise")));
    }
}
