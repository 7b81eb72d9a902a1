import {language} from './language.js';

const TEXTS = {
  'zh-CN': {
    product: '直报',
    slogan: '重点排污单位环境统计直报',
    home: '返回首页',
    otherLanguage: 'English',
    signOut: '退出登录',
    menu: '菜单',
    tasklist: '待办',
    cockpit: '流程监控',
    admin: '系统管理',
    welcome: '欢迎',
    due: '截止时间',
    overdue: '已逾期',
    assignee: '办理人',
    unassigned: '待认领',
    claim: '认领',
    unclaim: '退回待办池',
    notClaimed: '未能认领该任务',
    notClaimedBecause: '可能已由他人认领，请查看上方的办理人。',
    mine: '我',
    backToList: '返回任务列表',
    sort: '排序',
    byDueDate: '按截止时间，早的在前',
    newestFirst: '按创建时间，新的在前',
    oldestFirst: '按创建时间，早的在前',
    widen: '展开表单',
    showList: '显示任务列表',
    filters: {}
  },
  en: {
    product: 'Zhibao',
    slogan: 'Direct environmental reporting',
    home: 'Home',
    otherLanguage: '中文',
    signOut: 'Sign out',
    menu: 'Menu',
    tasklist: 'Tasks',
    cockpit: 'Cockpit',
    admin: 'Admin',
    welcome: 'Welcome',
    due: 'Due',
    overdue: 'Overdue',
    assignee: 'Handled by',
    unassigned: 'Not claimed',
    claim: 'Claim',
    unclaim: 'Put back',
    notClaimed: 'You could not claim this task',
    notClaimedBecause: 'Someone else may have been faster: see above who handles it.',
    mine: 'me',
    backToList: 'Back to the list',
    sort: 'Sort',
    byDueDate: 'Due date, earliest first',
    newestFirst: 'Created, newest first',
    oldestFirst: 'Created, oldest first',
    widen: 'Widen the form',
    showList: 'Show the task list',
    // the filters are stored with their Chinese names
    filters: {'我的待办': 'My tasks', '待认领': 'To claim', '全部待办': 'All tasks'}
  }
};

/** What our own additions to the webapps say, in the portal's language. */
export const texts = TEXTS[language];
