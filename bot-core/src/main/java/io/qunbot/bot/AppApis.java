package io.qunbot.bot;

import io.qunbot.chat.Directory;
import io.qunbot.chat.Gateway;
import io.qunbot.directory.GroupSource;
import io.qunbot.wecom.api.Account;
import io.qunbot.wecom.api.Patience;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.app.AppGateway;
import io.qunbot.wecom.app.AppGroups;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** WeCom's API for each app that has a secret; one account for all that calls it. */
public final class AppApis {

    private final Map<String, ChannelConfig> apps = new TreeMap<>();
    private final Map<String, WecomApi> apis = new TreeMap<>();

    public AppApis(Map<String, ChannelConfig> channels) {
        Map<Account, WecomApi> accounts = new HashMap<>(); // those that share a secret share its token
        channels.forEach((id, channel) -> {
            if (canCall(channel)) {
                apps.put(id, channel);
                apis.put(id, accounts.computeIfAbsent(account(channel), each -> new WecomApi(each, Patience.USUAL)));
            }
        });
    }

    static boolean canCall(ChannelConfig channel) {
        return channel.kind() == ChannelConfig.Kind.APP && channel.secret().filter(key -> !key.isEmpty()).isPresent();
    }

    private static Account account(ChannelConfig channel) {
        return new Account(channel.corpId().map(Located::value).orElse(""),
                channel.secret().map(Secret::reveal).orElse(""),
                channel.api().map(Located::value).filter(address -> !address.isEmpty()).orElse(Account.WECOM));
    }

    /**
     * The gateways of apps and others.
     *
     * @param directory knows who owns a group
     */
    Map<String, Gateway> gateways(Map<String, Gateway> others, Directory directory) {
        Map<String, Gateway> gateways = new TreeMap<>(others);
        apis.forEach((id, api) -> gateways.put(id, new AppGateway(api, agentId(id), directory)));
        return gateways;
    }

    Map<String, GroupSource> sources() {
        Map<String, GroupSource> sources = new TreeMap<>();
        apis.forEach((id, api) -> sources.put(id, new AppGroups(api)));
        return sources;
    }

    /** By channel. */
    public Map<String, WecomApi> all() {
        return Map.copyOf(apis);
    }

    /** Of a channel that has an API. */
    public int agentId(String channel) {
        ChannelConfig app = apps.get(channel);
        return app == null ? 0 : app.agentId().map(Located::value).map(Integer::parseInt).orElse(0);
    }
}
