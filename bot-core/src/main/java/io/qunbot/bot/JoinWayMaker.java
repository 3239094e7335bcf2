package io.qunbot.bot;

import io.qunbot.plugin.Invitation;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the join ways by which rules invite people from one kind of group to another, each once for good. Without the
 * right to do so nothing is lost: whoever invites somebody is told which way to make. For one thread.
 */
final class JoinWayMaker {

    private static final Logger log = LoggerFactory.getLogger(JoinWayMaker.class);
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final int LONGEST_REMARK = 30;

    private final Supplier<RuleBook> book;
    private final JoinDesk desk;
    private final InstantSource clock;
    private final Map<String, String> told = new HashMap<>();
    private String done = "";
    private Instant next = Instant.MIN;
    private boolean refused;

    JoinWayMaker(Supplier<RuleBook> book, JoinDesk desk, InstantSource clock) {
        this.book = book;
        this.desk = desk;
        this.clock = clock;
    }

    /** Looks once for each version of the rules; what could not be made is tried again after a while. */
    void make() {
        RuleBook current = book.get();
        if (!desk.isAble() || current.version().equals(done) || clock.instant().isBefore(next)) {
            return;
        }
        boolean all = true;
        refused = false;
        for (Profile profile : current.profiles()) {
            for (Invitation invitation : invitations(profile).distinct().toList()) {
                all &= isMade(profile.id(), invitation);
            }
        }
        done = all ? current.version() : "";
        next = refused ? clock.instant().plus(AGAIN) : Instant.MIN;
    }

    private static Stream<Invitation> invitations(Profile profile) {
        return profile.stages().stream().flatMap(installed -> installed.stage().invitations().stream());
    }

    private boolean isMade(String from, Invitation invitation) {
        if (desk.list("").stream().anyMatch(way -> way.state().equals(invitation.way()))) {
            return true;
        }
        return desk.hasGroups(invitation.to()) && isMadeNow(from, invitation); // else they may be met soon
    }

    private boolean isMadeNow(String from, Invitation invitation) {
        try {
            JoinDesk.Way way = desk.add(new JoinDesk.Wish(invitation.to(), invitation.way(),
                    remark("漏斗 " + from + "→" + invitation.to()), ""));
            log.info("{} → {}:建好了入群码 {}({})/ the join way was made", from, invitation.to(), way.state(), way.id());
            return true;
        } catch (Refused no) {
            refused = true;
            String why = no.words().zh();
            if (!why.equals(told.put(invitation.way(), why))) {
                log.warn("{} → {}:入群码 {} 没有建成,邀请时会请同事手工建:{} / the join way could not be made", from,
                        invitation.to(), invitation.way(), why);
            }
            return false;
        }
    }

    private static String remark(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_REMARK
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_REMARK));
    }
}
