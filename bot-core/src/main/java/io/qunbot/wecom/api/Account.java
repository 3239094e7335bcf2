package io.qunbot.wecom.api;

/**
 * Who calls WeCom, and where it is.
 *
 * @param base the API's address without a slash at its end, {@code https://qyapi.weixin.qq.com}
 */
public record Account(String corpId, String secret, String base) {

    /** WeCom's own address. */
    public static final String WECOM = "https://qyapi.weixin.qq.com";

    public Account {
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    @Override
    public String toString() {
        return "Account[" + corpId + " at " + base + "]";
    }
}
