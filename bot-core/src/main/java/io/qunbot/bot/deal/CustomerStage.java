package io.qunbot.bot.deal;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.dispatch.Aside;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes what colleagues say about customers; members who try are not heard here, and nobody else reads the answer. */
public final class CustomerStage implements Stage {

    /** Before the account of whoever says so, in what is kept. */
    private static final String BY_HAND = "hand";
    private static final Finding SAID = Finding.of(Kind.ACTS, "同事说到一位客户", "a colleague's word about a customer");

    private final Customers customers;

    private CustomerStage(Customers customers) {
        this.customers = customers;
    }

    /**
     * Takes {@code !deal} and {@code !stage}; no rule sees them.
     *
     * @param isColleague whether somebody is a colleague anywhere, for what they say to the bot alone
     */
    public static Aside aside(Customers customers, Predicate<MemberId> isColleague) {
        CustomerStage stage = new CustomerStage(customers);
        return (event, usual) -> event instanceof Event.Said said
                && CustomerCommand.of(said.content().words()).isPresent()
                && (usual.services().isStaff(said.by()) || (isAlone(said) && isColleague.test(said.by())))
                        ? Optional.of(stage.in(usual, said))
                        : Optional.empty();
    }

    private static boolean isAlone(Event.Said said) {
        return said.chat().kind() == ChatKind.DIRECT;
    }

    /** What a colleague says to the bot alone belongs to no rules: those that followed the customer last apply. */
    private Profile in(Profile usual, Event.Said said) {
        return new Profile(isAlone(said) ? "" : usual.id(), usual.title(), Mode.AUTO, usual.services(),
                List.of(new Installed(BY_HAND, this)), usual.file(), usual.restraint(), usual.speech());
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        if (!(event instanceof Event.Said said)) {
            return Reaction.pass();
        }
        chat.note(SAID);
        CustomerCommand command = CustomerCommand.of(said.content().words()).orElseThrow();
        List<MemberId> meant = customers.called(command.name(), Optional.of(said.chat().id()));
        List<Action> actions = new ArrayList<>();
        if (meant.size() == 1 && command.isClear()) {
            actions.add(attest(command, meant.getFirst(), said.by()));
            actions.add(answer(said, "记下了:" + customers.nameOf(meant.getFirst()) + " " + words(command)));
        } else {
            actions.add(answer(said, unclear(command, meant)));
        }
        return Reaction.stop(actions);
    }

    private static Action attest(CustomerCommand command, MemberId member, MemberId by) {
        return switch (command.kind()) {
            case DEAL ->
                new Action.Attest(member, Event.Attested.DEAL, command.deal().orElseThrow().value(), by.value());
            case STAGE -> new Action.Attest(member, Event.Attested.STAGE, command.rest(), by.value());
        };
    }

    private static String words(CustomerCommand command) {
        return command.kind() == CustomerCommand.Kind.DEAL
                ? command.deal().orElseThrow().words()
                : "→ " + command.rest();
    }

    private static String unclear(CustomerCommand command, List<MemberId> meant) {
        String form = command.kind() == CustomerCommand.Kind.DEAL
                ? "!deal 客户名 won|lost 金额 原因"
                : "!stage 客户名 阶段";
        if (meant.size() > 1) {
            return "叫“" + command.name() + "”的不止一位,请用账号:" + meant.stream().limit(10).map(MemberId::value)
                    .collect(Collectors.joining("、"));
        }
        return command.name().isEmpty() || !meant.isEmpty()
                ? "这样写:" + form
                : "不认识“" + command.name() + "”。名字要和群里的一样,也可以用账号。这样写:" + form;
    }

    /** In a group others would read it. */
    private static Action answer(Event.Said said, String text) {
        return isAlone(said)
                ? new Action.Say(text, BY_HAND)
                : new Action.Tell(List.of(said.by()), text, BY_HAND, true);
    }
}
