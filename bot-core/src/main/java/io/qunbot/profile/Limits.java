package io.qunbot.profile;

import io.qunbot.chat.Charge;
import io.qunbot.chat.Urgency;
import io.qunbot.plugin.Rate;
import io.qunbot.plugin.Share;
import io.qunbot.yaml.Doc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much the bot may say in one group, whatever the platform would take. */
@Doc(zh = "机器人在一个群里最多说多少", en = "how much the bot may say in one group")
public record Limits(
        @Doc(zh = "一共说几次", en = "how often it may speak") Optional<Rate> say,
        @Doc(zh = "同一条规则的话说几次", en = "how often one rule may speak") Optional<Rate> same,
        @Doc(zh = "群发任务有几个", en = "how many tasks for colleagues to confirm") Optional<Rate> task,
        @Doc(zh = "七天里推广类的话最多占多少", en = "how much of what it says in seven days may be advertisement") Optional<Share> ads) {

    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    private static final String PURSES = "limits.";
    private static final String SAY = PURSES + "say/";
    private static final String SAID = PURSES + "said/";
    private static final Duration WEEK = Duration.ofDays(7);

    /**
     * What is going to be said.
     *
     * @param lane of the group
     * @param task whether a colleague has to confirm it
     * @param rule what makes the bot say it
     */
    public record Deed(int lane, boolean task, Urgency urgency, String rule) {}

    /** How often a budget was used within a time. */
    @FunctionalInterface
    public interface Used {
        int count(String purse, Duration within);
    }

    /** What it costs. */
    public List<Charge> charges(Deed deed, Used used) {
        List<Charge> charges = new ArrayList<>(3);
        say.ifPresent(rate -> charges.add(charge(SAY + deed.lane(), rate)));
        same(deed).ifPresent(charges::add);
        task.filter(_ -> deed.task()).ifPresent(rate -> charges.add(charge(PURSES + "task/" + deed.lane(), rate)));
        ads.ifPresent(share -> advertisement(share, deed, used, charges));
        return charges;
    }

    /** What saying the same once more costs. */
    public Optional<Charge> same(Deed deed) {
        return same.map(rate -> charge(PURSES + "same/" + deed.lane() + "/" + deed.rule(), rate));
    }

    private static void advertisement(Share share, Deed deed, Used used, List<Charge> charges) {
        String said = SAID + deed.lane();
        if (deed.urgency() == Urgency.AD) {
            int most = share.of(used.count(said, WEEK) + 1);
            charges.add(new Charge(PURSES + "ads/" + deed.lane(), most, WEEK));
        }
        charges.add(new Charge(said, Integer.MAX_VALUE, WEEK));
    }

    private static Charge charge(String purse, Rate rate) {
        return new Charge(purse, rate.most(), rate.within());
    }

    /** Whether a budget is the operator's, not the platform's. */
    public static boolean owns(String purse) {
        return purse.startsWith(PURSES);
    }

    /** Whether nothing at all is said in the group while this is used up. */
    public static boolean isForAll(Charge charge) {
        return charge.purse().startsWith(SAY);
    }
}
