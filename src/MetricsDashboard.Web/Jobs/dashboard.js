// The dashboard's relative times: its page names the locale "zh", moment.js knows it as "zh-cn".
if (window.moment && moment.locales().indexOf("zh-cn") >= 0) moment.locale("zh-cn");
