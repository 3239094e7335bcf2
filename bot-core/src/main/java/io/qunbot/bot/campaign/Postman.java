package io.qunbot.bot.campaign;

import io.qunbot.chat.Body;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.customer.CustomerTasks.Made;
import io.qunbot.wecom.customer.CustomerTasks.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings words to single members. Blocks; thread-safe. */
public interface Postman {

    /** Words that a colleague is asked to send. */
    record Errand(MemberId sender, List<MemberId> customers, Body body) {
        public Errand {
            customers = List.copyOf(customers);
        }
    }

    /** Whether somebody is reached by a colleague only. */
    boolean isCustomer(MemberId member);

    /** The colleagues of each customer. */
    Map<MemberId, List<MemberId>> followers() throws GatewayException;

    /** Asks the sender; nothing is sent before they confirm it. */
    Made ask(Errand errand) throws GatewayException;

    /** What became of an {@link #ask} whose answer was lost; empty when it never arrived. */
    Optional<String> find(Errand errand, Instant since, Instant now) throws GatewayException;

    /** How far a task has come, for each of its customers. */
    Map<MemberId, Progress> results(String task, MemberId sender) throws GatewayException;

    void remind(String task) throws GatewayException;

    void cancel(String task) throws GatewayException;

    /** Says it to members of the company at once. @return who got nothing */
    Set<MemberId> say(List<MemberId> members, Body body) throws GatewayException;
}
