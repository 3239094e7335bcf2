package io.qunbot.plugins.reply.faq;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugins.reply.effect.Permission;
import io.qunbot.plugins.reply.state.Corrections;
import io.qunbot.ranking.Candidate;
import io.qunbot.ranking.Entry;
import io.qunbot.ranking.Ranker;
import io.qunbot.text.Normalized;
import io.qunbot.yaml.Companion;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The questions of a profile, and which of them a message means. Immutable. */
public final class Catalogue {

    private final List<Posed> questions;
    private final Ranker ranker;
    private final Thresholds thresholds;
    private final Duration quietAfter;
    private final PluginServices services;
    private final Permission permission;

    /**
     * A question that a message may mean.
     *
     * @param opinion the ranker's
     */
    public record Guess(Posed question, Candidate opinion) {

        public double confidence() {
            return opinion.confidence();
        }
    }

    private Catalogue(FaqSettings settings, Rankers rankers, PluginServices services, Permission permission) {
        questions = Posed.all(settings);
        ranker = rankers.of(settings.file().stream().map(Companion::file).collect(Collectors.joining(" ")),
                questions.stream().map(Catalogue::entry).toList());
        thresholds = Thresholds.of(settings);
        quietAfter = settings.quietAfter();
        this.services = services;
        this.permission = permission;
    }

    /** Heavy: the ranker is made here. */
    public static Catalogue of(FaqSettings settings, Rankers rankers, PluginServices services, Permission permission) {
        return new Catalogue(settings, rankers, services, permission);
    }

    private static Entry entry(Posed posed) {
        FaqQuestion question = posed.question();
        return new Entry(posed.name(), question.ask().stream().map(Located::value).toList(),
                question.not().stream().map(Located::value).toList());
    }

    /**
     * What a message may mean, the likeliest first: of the questions that may be answered here and now to this
     * member.
     *
     * @param fingerprint of the message
     */
    public List<Guess> guesses(Normalized text, MemberId asker, String fingerprint, ChatContext chat) {
        Audience audience = new Audience(asker, services, chat);
        return ranker.rank(text, position -> isOpen(questions.get(position), audience, fingerprint, chat)).best()
                .stream()
                .map(candidate -> new Guess(questions.get(candidate.entry()), candidate)).toList();
    }

    /** What a text may mean of the questions at these positions, whoever asks. */
    List<Guess> meant(Normalized text, IntPredicate open) {
        return ranker.rank(text, open).best().stream()
                .map(candidate -> new Guess(questions.get(candidate.entry()), candidate)).toList();
    }

    private boolean isOpen(Posed posed, Audience audience, String fingerprint, ChatContext chat) {
        return posed.question().unwritten().isEmpty() && permission.misplaced(posed.effect().limits(), chat).isEmpty()
                && audience.isFor(posed.question())
                && !Corrections.isWrong(posed.effect().key(), fingerprint, chat);
    }

    /** Whoever is in charge of a question; empty when it is nobody in particular. */
    public List<MemberId> owners(Posed posed) {
        Optional<String> owner = posed.owner();
        List<MemberId> colleagues = services.staff(owner.orElse("owner"));
        return colleagues.isEmpty()
                ? owner.map(account -> List.of(new MemberId(account))).orElse(List.of())
                : colleagues;
    }

    public List<Posed> questions() {
        return questions;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    /** For how long nothing is said after a colleague has spoken. */
    public Duration quietAfter() {
        return quietAfter;
    }
}
