package io.qunbot.bot.campaign;

import io.qunbot.bot.mirror.Locality;
import io.qunbot.chat.Body;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.MemberId;
import io.qunbot.wecom.customer.CustomerTasks.Made;
import io.qunbot.wecom.customer.CustomerTasks.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Nobody is asked while no bot runs; what would be brought is still known. */
public record Unconnected() implements Postman {

    @Override
    public boolean isCustomer(MemberId member) {
        return Locality.isCustomer(member);
    }

    @Override
    public Map<MemberId, List<MemberId>> followers() throws GatewayException {
        throw none();
    }

    @Override
    public Made ask(Errand errand) throws GatewayException {
        throw none();
    }

    @Override
    public Optional<String> find(Errand errand, Instant since, Instant now) throws GatewayException {
        throw none();
    }

    @Override
    public Map<MemberId, Progress> results(String task, MemberId sender) throws GatewayException {
        throw none();
    }

    @Override
    public void remind(String task) throws GatewayException {
        throw none();
    }

    @Override
    public void cancel(String task) throws GatewayException {
        throw none();
    }

    @Override
    public Set<MemberId> say(List<MemberId> members, Body body) throws GatewayException {
        throw none();
    }

    private static GatewayException none() {
        return new GatewayException(0, "没有机器人在运行 (no bot is running)", Remedy.DISABLE, false);
    }
}
