package io.qunbot.plugins.leads;

import io.qunbot.chat.Body;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Quoted;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.plugin.lead.Piece;
import io.qunbot.yaml.Located;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a colleague reads about a lead. Members' words are read from the archive now, and kept nowhere. */
final class LeadWords {

    /** What an operator's own words may name. */
    static final Set<String> NAMES = Set.of("name", "score", "evidence", "stage", "groups", "tags", "quote",
            "opening", "due");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final String GONE = "(原话不在存档里了)";
    private static final Template TEXT = Template
            .parse("线索:{{name}},{{score}} 分。阶段:{{stage}}。\n群:{{groups}}\n标签:{{tags}}"
                    + "\n依据:\n{{evidence}}\n建议开场:{{opening}}");
    private static final Template OPENING = Template.parse("{{name}} 您好,之前在群里看到您说“{{quote}}”,方便时想多了解一下您的情况,看看能帮上什么。");

    private final Dossier dossier;
    private final Hand hand;
    private final PluginServices services;
    private final ChatContext chat;

    LeadWords(Dossier dossier, Hand hand, PluginServices services, ChatContext chat) {
        this.dossier = dossier;
        this.hand = hand;
        this.services = services;
        this.chat = chat;
    }

    /** All that a colleague has to know: as a card with buttons, and in words where there are none. */
    Body.Asking asking(Instant due) {
        Map<String, Object> values = values();
        values.put("due", time(due));
        values.put("opening", hand.opening().map(Located::value).orElse(OPENING).fill(values));
        String reasons = reasons(hand);
        String words = hand.text().map(Located::value).orElse(TEXT).fill(values) + "\n请在 " + time(due)
                + " 前答复:跟进请回“接了”,不合适请回“退回 原因”" + (reasons.isEmpty() ? "" : ",原因写:" + reasons) + "。";
        return new LeadCard(hand, values, evidence(values)).asking(words);
    }

    /** What the operator wants to have told, else what speaks for them, piece by piece. */
    private List<String> evidence(Map<String, Object> values) {
        return hand.text().map(text -> text.value().fill(values).lines().toList())
                .orElseGet(() -> dossier.lead().pieces().stream().map(this::line).toList());
    }

    private Map<String, Object> values() {
        Person person = dossier.person();
        List<Piece> pieces = dossier.lead().pieces();
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now());
        values.put("name", name(person));
        values.put("score", dossier.lead().points());
        values.put("stage", person.stage().orElse("未定"));
        values.put("tags", person.tags().isEmpty() ? "无" : String.join("、", person.tags().stream().sorted().toList()));
        values.put("evidence", pieces.stream().map(this::line).toList());
        values.put("groups", groups(pieces));
        pieces.reversed().stream().flatMap(piece -> chat.quoted(piece.origin()).stream()).findFirst()
                .ifPresent(said -> values.put("quote", Foreign.quote(said.words())));
        return values;
    }

    /** The groups where something was earned, the newest last; the one it came from when nothing is archived. */
    private String groups(List<Piece> pieces) {
        String groups = pieces.stream().map(piece -> chat.quoted(piece.origin()).map(Quoted::group).orElse(null))
                .filter(Objects::nonNull).map(Foreign::echo).distinct().collect(Collectors.joining("、"));
        return groups.isEmpty() ? chat.group().name().map(Foreign::echo).orElse("不详") : groups;
    }

    private String line(Piece piece) {
        Optional<Quoted> said = chat.quoted(piece.origin());
        String words = said
                .map(quoted -> ":“" + Foreign.quote(quoted.words()) + "”(" + Foreign.echo(quoted.group()) + " "
                        + time(quoted.at()) + ")")
                .orElse(GONE);
        return "+" + piece.points() + " " + piece.key() + words;
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(services.zone()));
    }

    static String reasons(Hand hand) {
        return hand.reasons().stream().map(Located::value).collect(Collectors.joining("、"));
    }

    static String name(Person person) {
        return person.name().map(Foreign::name).filter(name -> !name.isEmpty()).orElse(person.id().value());
    }

    static String names(List<MemberId> colleagues, PluginServices services) {
        return colleagues.stream().map(each -> services.nameOf(each).orElse(each.value()))
                .collect(Collectors.joining("、"));
    }
}
