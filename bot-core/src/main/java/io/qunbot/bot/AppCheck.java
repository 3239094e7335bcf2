package io.qunbot.bot;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.net.URI;
import java.util.Optional;

/** Looks for what keeps an app from calling WeCom's API. */
record AppCheck(Problems problems) {

    private static final String AGENT_ID = "[0-9]{1,9}";

    void check(String id, ChannelConfig settings) {
        settings.api().filter(address -> !address.value().isEmpty()).ifPresent(this::checkAddress);
        Optional<Located<String>> agentId = settings.agentId();
        if (AppApis.canCall(settings) && agentId.filter(agent -> agent.value().matches(AGENT_ID)).isEmpty()) {
            problems.error("C018", agentId.map(Located::place).orElseGet(() -> ConfigReader.place(settings)),
                    new Words("自建应用 “" + id + "” 有 secret,还要写 agentId",
                            "the app '" + id + "' has a secret and needs its agentId too"),
                    new Words("在管理后台“应用管理”的应用详情里,是 1000002 这样的数字",
                            "a number such as 1000002, on the app's page in the console"));
        }
    }

    private void checkAddress(Located<String> address) {
        if (!isAddress(address.value())) {
            problems.error("C017", address.place(),
                    new Words("这不是企业微信接口的地址", "this is no address of WeCom's API"),
                    new Words("以 https:// 开头,到主机名为止;一般不用写,默认是 https://qyapi.weixin.qq.com",
                            "it begins with https:// and ends with the host; WeCom's own is the default"));
        }
    }

    private static boolean isAddress(String address) {
        try {
            URI uri = URI.create(address);
            boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return plain && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }
}
