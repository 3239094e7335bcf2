package io.qunbot.bot.campaign;

import io.qunbot.bot.mirror.Locality;
import io.qunbot.chat.Body;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.outbox.Materials;
import io.qunbot.wecom.api.Uploads;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.app.Circular;
import io.qunbot.wecom.customer.CustomerTasks;
import io.qunbot.wecom.customer.CustomerTasks.Made;
import io.qunbot.wecom.customer.CustomerTasks.Progress;
import io.qunbot.wecom.customer.FollowUsers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** By a self-built app of WeCom. Thread-safe; blocks. */
public final class WecomPostman implements Postman {

    private static final Logger log = LoggerFactory.getLogger(WecomPostman.class);

    private final FollowUsers follow;
    private final CustomerTasks tasks;
    private final Circular circular;
    private final Materials materials;

    /** @param materials the folder of what is sent with words */
    public WecomPostman(WecomApi api, int agentId, Path materials) {
        Uploads uploads = new Uploads();
        this.follow = new FollowUsers(api);
        this.tasks = new CustomerTasks(api, uploads);
        this.circular = new Circular(api, agentId, uploads);
        this.materials = new Materials(materials);
    }

    @Override
    public boolean isCustomer(MemberId member) {
        return Locality.isCustomer(member);
    }

    @Override
    public Map<MemberId, List<MemberId>> followers() throws GatewayException {
        Map<MemberId, List<MemberId>> followers = new HashMap<>();
        for (MemberId colleague : follow.colleagues()) {
            follow.customers(colleague)
                    .forEach(customer -> followers.computeIfAbsent(customer, _ -> new ArrayList<>(1)).add(colleague));
        }
        return followers;
    }

    @Override
    public Made ask(Errand errand) throws GatewayException {
        Made made = tasks.add(errand.sender(), errand.customers(), materials.found(errand.body()));
        log.info("asked {} to send a campaign to {} customers", errand.sender(), errand.customers().size());
        return made;
    }

    @Override
    public Optional<String> find(Errand errand, Instant since, Instant now) throws GatewayException {
        return tasks.find(errand.sender(), Set.copyOf(errand.customers()), materials.found(errand.body()), since, now);
    }

    @Override
    public Map<MemberId, Progress> results(String task, MemberId sender) throws GatewayException {
        return tasks.results(task, sender);
    }

    @Override
    public void remind(String task) throws GatewayException {
        tasks.remind(task);
    }

    @Override
    public void cancel(String task) throws GatewayException {
        tasks.cancel(task);
    }

    @Override
    public Set<MemberId> say(List<MemberId> members, Body body) throws GatewayException {
        return circular.send(members, materials.found(body));
    }
}
