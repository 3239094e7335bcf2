package io.qunbot.wecom.archive;

/** What the SDK's error codes mean (document 91774). */
final class Codes {

    private Codes() {}

    static String meaning(int code) {
        return switch (code) {
            case 10000 -> "参数不对 (wrong parameters)";
            case 10001 -> "网络不通 (no network)";
            case 10002 -> "数据解析失败,会再试 (cannot be parsed, tried again)";
            case 10003 -> "系统繁忙,会再试 (busy, tried again)";
            case 10004 -> "密钥不对 (wrong key)";
            case 10005 -> "文件 id 不对 (wrong file id)";
            case 10006 -> "解密失败 (cannot be decrypted)";
            case 10007 -> "没有这个公钥版本的私钥 (no private key for this version)";
            case 10008 -> "解密失败 (cannot be decrypted)";
            case 10009 -> "本机 IP 不在会话存档的可信 IP 里 (this address is not among the trusted ones)";
            case 10010 -> "数据超过 5 天,企业微信不再给 (older than 5 days)";
            case 10011 -> "证书有问题 (a certificate is wrong)";
            default -> "";
        };
    }
}
